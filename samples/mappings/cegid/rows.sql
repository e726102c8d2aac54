insert into ECRITURE values
  -- two instalments, the first partly lettered; a credit; a receipt partly used; a receipt that came back
  ('VTE', '026', 101, 1, 1, '411ARDENT', 'FC', 'FA-101', '2026-01-10', '2026-02-10', 'VIR', 600, 0, 349.5, 'PL', 'N'),
  ('VTE', '026', 101, 1, 2, '411ARDENT', 'FC', 'FA-101', '2026-01-10', '2026-03-10', 'VIR', 600, 0, 0, 'AL', 'N'),
  ('VTE', '026', 102, 1, 1, '411ARDENT', 'AC', 'AV-7', '2026-01-20', '1900-01-01', '', 0, 75, 0, 'AL', 'N'),
  ('BQ1', '026', 31, 2, 1, '411ARDENT', 'RC', '', '2026-02-03', '2026-02-03', '', 0, 389.5, 349.5, 'PL', 'N'),
  ('BQ1', '026', 32, 2, 1, '411BRUME', 'RC', 'REJET', '2026-02-04', '2026-02-04', 'PRE', 12, 0, 0, 'AL', 'N'),
  -- lettered, a simulation, a supplier
  ('VTE', '026', 103, 1, 1, '411BRUME', 'FC', 'FA-102', '2026-01-10', '2026-02-10', 'VIR', 50, 0, 50, 'TL', 'N'),
  ('VTE', '026', 104, 1, 1, '411BRUME', 'FC', 'FA-S', '2026-01-10', '2026-02-10', 'VIR', 51, 0, 0, 'AL', 'S'),
  ('ACH', '026', 105, 1, 1, '401FOURN', 'FF', 'X', '2026-01-10', '2026-02-10', 'VIR', 0, 52, 0, 'AL', 'N');
insert into TIERS values
  ('411ARDENT', 'CLI', 'Ardent Textiles SA', '9 rue du Fil', '', '59100', 'Roubaix', 'FRA', 'FR40123456824', 'compta@ardent.example', '+33320000000', ''),
  ('411BRUME', 'CLI', 'Brume SARL', '', '', '1000', 'Bruxelles', 'BEL', '', '', '', '411ARDENT'),
  ('401FOURN', 'FOU', 'Fournisseur', '', '', '', '', 'FRA', '', '', '', '');
