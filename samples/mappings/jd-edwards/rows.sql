insert into F03B11 values
  -- two instalments, the first partly paid; a credit memo in dollars; cash on account without a due date
  (26001, 'RI', '00100', '001', 4242, 4242, 126010, 126041, 60000, 25050, 0, 0, 'D', 'EUR', 'T'),
  (26001, 'RI', '00100', '002', 4242, 4242, 126010, 126069, 60000, 60000, 0, 0, 'D', 'EUR', 'T'),
  (26002, 'RM', '00100', '001', 4242, 4242, 126020, 126020, -6800, -6800, -7500, -7500, 'F', 'USD', ' '),
  (26003, 'RU', '00100', '001', 4343, 4242, 126033, 0, -4000, -4000, 0, 0, 'D', 'EUR', ' '),
  -- paid, another company, an unknown type
  (26004, 'RI', '00100', '001', 4242, 4242, 125365, 126030, 100, 0, 0, 0, 'D', 'EUR', ' '),
  (26001, 'RI', '00200', '001', 4242, 4242, 126010, 126041, 100, 100, 0, 0, 'D', 'EUR', ' '),
  (26005, 'XX', '00100', '001', 4242, 4242, 126010, 126041, 100, 100, 0, 0, 'D', 'EUR', ' ');
insert into F0101 values (4242, 'Officine Meccaniche Tanaro S.p.A.', 'IT04455667788'), (4343, 'Tanaro Servizi S.r.l.', ' '), (4444, 'Supplier', ' ');
insert into F0116 values (4242, 100001, 'Via Vecchia 9', ' ', '15121', 'Alessandria', 'IT'), (4242, 120001, 'Corso Nuovo 1', ' ', '15121', 'Alessandria', 'IT');
insert into F01151 values (4242, 'E', 'ap@tanaro.example'), (4242, 'I', 'www.tanaro.example');
