insert into CUSTTRANS values
  (501, 'itmf', 'VF-0001', 'FT26-0001', 1, '2026-01-10', 'EUR', 'RIBA', '', 1200, 0),
  (502, 'itmf', 'VF-0002', 'FT26-0002', 1, '2026-01-12', 'EUR', 'BON', 'RF18539007547034', 800, 300),
  (503, 'itmf', 'VN-0001', 'NC26-0001', 1, '2026-01-20', 'CHF', '', '', -61, 0),
  (504, 'itmf', 'PAY-009', '', 1, '2026-02-02', 'EUR', '', '', -55.5, 0),
  (505, 'itmf', 'VF-0003', 'FT26-0003', 0, '2026-01-20', 'EUR', '', '', 70, 0),
  (506, 'demf', 'VF-0001', 'RE26-0001', 1, '2026-01-20', 'EUR', '', '', 71, 0),
  -- settled: no open part
  (507, 'itmf', 'VF-0000', 'FT26-0000', 1, '2025-12-20', 'EUR', '', '', 99, 99);
insert into CUSTTRANSOPEN values
  (9001, 501, 'itmf', 'IT-001', '2026-02-10', '1900-01-01', 600, 0),
  (9002, 501, 'itmf', 'IT-001', '2026-03-10', '1900-01-01', 600, 0),
  (9003, 502, 'itmf', 'IT-001', '2026-02-12', '2026-01-22', 500, 10),
  (9004, 503, 'itmf', 'IT-002', '1900-01-01', '1900-01-01', -61, 0),
  (9005, 504, 'itmf', 'IT-002', '2026-02-02', '1900-01-01', -55.5, 0),
  (9006, 505, 'itmf', 'IT-002', '2026-02-20', '1900-01-01', 70, 0),
  (9007, 506, 'demf', 'DE-001', '2026-02-20', '1900-01-01', 71, 0);
insert into CUSTTABLE values ('IT-001', 'itmf', 21, 'IT09876540017', ''), ('IT-002', 'itmf', 22, '', 'IT-001'), ('DE-001', 'demf', 23, '', '');
insert into DIRPARTYTABLE values (21, 'Ferramenta Adda S.r.l.', 'it', 31, 41), (22, 'Adda Logistica S.r.l.', 'it-CH', 0, 0), (23, 'Andere GmbH', 'de', 0, 0);
insert into LOGISTICSPOSTALADDRESS values
  (31, 'Via Vecchia 1', '26900', 'Lodi', 'ITA', '2010-01-01', '2020-01-01'),
  (31, 'Via Nuova 2', '26900', 'Lodi', 'ITA', '2020-01-01', '2154-12-31');
insert into LOGISTICSELECTRONICADDRESS values (41, 'fornitori@adda.example');
