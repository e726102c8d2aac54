insert into llx_c_paiement values (2, 'VIR');
insert into llx_c_country values (1, 'FR');
insert into llx_c_typent values (8, 'TE_PRIVATE'), (3, 'TE_MEDIUM');
insert into llx_societe values
  (7, 1, 'Menuiserie Colin', '12 rue des Lilas', '35000', 'Rennes', 1, 'FR40123456824', 'compta@colin.example', '0299000000', 'fr_FR', 1, 3),
  (8, 1, 'Mme Hervé', '', '35200', 'Rennes', 1, '', '', '', '', 3, 8),
  (9, 1, 'Prospect', '', '', '', 1, '', '', '', '', 2, null);
insert into llx_facture values
  -- partly paid, and partly by a discount; a credit note; a deposit; paid; a draft; abandoned; another entity
  (1, 1, 'FA2601-0001', 0, 7, '2026-01-10', '2026-02-09', 1200.1, 1, 0, null, 2),
  (2, 1, 'AV2601-0001', 2, 7, '2026-01-20', '2026-01-20', -120, 1, 0, 1, null),
  (3, 1, 'AC2602-0001', 3, 8, '2026-02-02', null, 300, 1, 0, null, null),
  (4, 1, 'FA2601-0002', 0, 8, '2026-01-11', '2026-02-10', 50, 2, 1, null, null),
  (5, 1, '(PROV5)', 0, 8, '2026-01-11', '2026-02-10', 51, 0, 0, null, null),
  (6, 1, 'FA2601-0003', 0, 8, '2026-01-11', '2026-02-10', 52, 3, 0, null, null),
  (7, 2, 'FA2601-0001', 0, 8, '2026-01-11', '2026-02-10', 53, 1, 0, null, null),
  (8, 1, 'AV2601-0002', 2, 7, '2026-01-21', '2026-01-21', -30, 2, 1, 4, null);
insert into llx_paiement_facture values (1, 1, 1, 400.1), (2, 1, 4, 50);
insert into llx_societe_remise_except values
  (1, 1, 7, 0, '2026-01-22 10:00:00', 100.2, 1, null, null),
  (2, 1, 7, 0, '2026-01-22 10:00:00', 30, null, null, 8);
