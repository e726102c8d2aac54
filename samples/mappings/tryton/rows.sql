insert into ir_lang values (1, 'fr'), (2, 'it_CH');
insert into country_country values (1, 'CH');
insert into currency_currency values (1, 'CHF'), (2, 'EUR');
insert into party_party values (1, 'Lac Bleu SA', 1, '2025-01-01', null), (10, 'Garage du Rhône Sàrl', 1, '2025-01-02', '2026-01-03'),
  (11, 'Ticino Trasporti SA', 2, '2025-01-02', null);
insert into party_address values (1, 10, 'Rue du Stand 7', '1204', 'Genève', 1, true, '2025-01-02', null);
insert into party_identifier values (1, 10, 'eu_vat', 'CHE123456788');
insert into party_contact_mechanism values (1, 10, 'email', 'compta@garage.example'), (2, 10, 'phone', '+41221234567');
insert into company_company values (1, 1, 1), (2, 11, 1);
insert into account_account_type values (1, true), (2, false);
insert into account_account values (1100, 1), (3000, 2);
insert into account_move values (1, 'M1', '2026-01-10', 'posted', 1, '2026-01-10 08:00', null), (2, 'M2', '2026-01-20', 'posted', 1, '2026-01-20 08:00', null),
  (3, 'M3', '2026-02-01', 'posted', 1, '2026-02-01 08:00', null), (4, 'M4', '2026-02-01', 'draft', 1, '2026-02-01 08:00', null),
  (5, 'M5', '2026-02-01', 'posted', 2, '2026-02-01 08:00', null), (6, 'M6', '2026-02-01', 'posted', 1, '2026-02-01 08:30', null);
insert into account_invoice values (1, 'F-101', '2026-01-09', 1), (2, 'A-7', '2026-01-20', 2), (6, 'F-102', '2026-02-01', 6);
insert into account_move_line values
  -- two instalments, a partial payment on account that is not reconciled, a credit note, an invoice in euro, a closed one
  (101, 1, 3000, null, null, 0, 1000, null, null, null, '2026-01-10 08:00', null),
  (102, 1, 1100, 10, '2026-02-10', 400, 0, null, null, null, '2026-01-10 08:00', null),
  (103, 1, 1100, 10, '2026-03-10', 600, 0, null, null, null, '2026-01-10 08:00', null),
  (104, 2, 1100, 10, '2026-01-20', 0, 50, null, null, null, '2026-01-20 08:00', null),
  (105, 3, 1100, 10, null, 0, 150.50, null, null, null, '2026-02-01 08:00', null),
  (106, 4, 1100, 10, '2026-02-01', 9, 0, null, null, null, '2026-02-01 08:00', null),
  (107, 5, 1100, 10, '2026-02-01', 8, 0, null, null, null, '2026-02-01 08:00', null),
  (108, 6, 1100, 11, '2026-03-01', 95, 0, 2, 100, null, '2026-02-01 08:30', null);
