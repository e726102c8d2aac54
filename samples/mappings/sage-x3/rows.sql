insert into GACCDUDATE values
  -- two instalments, the first partly paid; a credit note without a due date; a payment on account; a dispute of unknown type
  ('FR10', 1, 'C0001', 'CUSIN', 'FC2600001', 801, 1, timestamp '2026-02-10 00:00:00', timestamp '2026-01-10 00:00:00', 'EUR', 'VIR', 1, 600, 349.5, 1),
  ('FR10', 1, 'C0001', 'CUSIN', 'FC2600001', 801, 2, timestamp '2026-03-10 00:00:00', timestamp '2026-01-10 00:00:00', 'EUR', 'VIR', 1, 600, 0, 1),
  ('FR10', 1, 'C0001', 'CUSCN', 'AV2600001', 802, 1, timestamp '1753-01-01 00:00:00', timestamp '2026-01-20 00:00:00', 'EUR', '', -1, 75, 0, 1),
  ('FR10', 1, 'C0002', 'RECPT', 'RG2600001', 803, 1, timestamp '2026-02-02 00:00:00', timestamp '2026-02-02 00:00:00', 'CHF', '', -1, 40, 0, 1),
  ('FR10', 1, 'C0002', 'OD', 'OD2600001', 804, 1, timestamp '2026-02-02 00:00:00', timestamp '2026-02-02 00:00:00', 'EUR', '', 1, 12, 0, 2),
  -- paid, a supplier's, another company's
  ('FR10', 1, 'C0002', 'CUSIN', 'FC2500009', 805, 1, timestamp '2026-01-02 00:00:00', timestamp '2025-12-02 00:00:00', 'EUR', '', 1, 9, 9, 1),
  ('FR10', 2, 'F0002', 'SUPIN', 'FF2600009', 806, 1, timestamp '2026-01-02 00:00:00', timestamp '2025-12-02 00:00:00', 'EUR', '', -1, 9, 0, 1),
  ('BE10', 1, 'C0002', 'CUSIN', 'FC2600001', 807, 1, timestamp '2026-01-02 00:00:00', timestamp '2025-12-02 00:00:00', 'EUR', '', 1, 9, 0, 1);
insert into BPCUSTOMER values ('C0001', 'C0001'), ('C0002', 'C0001');
insert into BPARTNER values ('C0001', 'Plastiques Garonne SAS', 'FR', 'FRA', 'FR40123456824', 'SIE'), ('C0002', 'Garonne Suisse SA', 'CH', 'ZZZ', '', 'SIE');
insert into BPADDRESS values (1, 'C0001', 'SIE', '4 quai des Chartrons', 'Bâtiment C', '33000', 'Bordeaux', 'compta@garonne.example', '+33556000000');
