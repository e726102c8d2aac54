insert into AZI01PAR_TITE values
  -- two instalments, the first partly paid; a credit note; a payment without an invoice; a closed partita; a supplier's
  ('2026 000101', '2026-02-28', 'C', 'CL001', 'D', 610.1, 'EUR', 'RB', 'C', '101', 'A', '2026-01-10', ' '),
  ('2026 000101', '2026-02-28', 'C', 'CL001', 'A', 360.05, 'EUR', 'BO', 'S', '', '', null, ' '),
  ('2026 000101', '2026-03-31', 'C', 'CL001', 'D', 610.1, 'EUR', 'RB', 'C', '101', 'A', '2026-01-10', ' '),
  ('2026 000007', '2026-01-20', 'C', 'CL001', 'A', 61, 'EUR', '', 'C', '7', 'NC', '2026-01-20', ' '),
  ('2026 ACC', '1900-01-01', 'C', 'CL002', 'A', 100, 'CHF', 'BO', 'S', '', '', null, 'S'),
  ('2025 000900', '2025-12-31', 'C', 'CL002', 'D', 0.3, 'EUR', 'BO', 'C', '900', '', '2025-11-30', ' '),
  ('2025 000900', '2025-12-31', 'C', 'CL002', 'A', 0.1, 'EUR', 'BO', 'S', '', '', null, ' '),
  ('2025 000900', '2025-12-31', 'C', 'CL002', 'A', 0.2, 'EUR', 'BO', 'S', '', '', null, ' '),
  ('2026 F1', '2026-01-31', 'F', 'FO001', 'A', 500, 'EUR', '', 'C', '1', '', '2026-01-02', ' ');
insert into AZI01CONTI values
  ('C', 'CL001', 'Ceramiche Panaro S.r.l.', 'Via Emilia 200', '41100', 'Modena', 'IT', '01234567897', 'amministrazione@panaro.example', '059000000'),
  ('C', 'CL002', 'Panaro Suisse SA', '', '', 'Lugano', 'CH', '', '', ''),
  ('F', 'FO001', 'Fornitore S.p.A.', '', '', '', 'IT', '', '', '');
