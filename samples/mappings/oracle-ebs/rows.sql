insert into ar_payment_schedules_all values
  -- two instalments, the second partly paid and in dispute; a credit memo; a receipt on account; a closed invoice
  (5001, 204, 11, '260101', 'INV', 'OP', 1, timestamp '2026-01-10 00:00:00', timestamp '2026-02-09 00:00:00', 'EUR', 600, 600, null, timestamp '2026-01-10 09:00:00'),
  (5002, 204, 11, '260101', 'INV', 'OP', 2, timestamp '2026-01-10 00:00:00', timestamp '2026-03-09 00:00:00', 'EUR', 600, 250.5, 250.5, timestamp '2026-02-01 09:00:00'),
  (5003, 204, 11, '260900', 'CM', 'OP', 1, timestamp '2026-01-20 00:00:00', null, 'USD', -75, -75, null, timestamp '2026-01-20 09:00:00'),
  (5004, 204, 12, 'R-17', 'PMT', 'OP', 1, timestamp '2026-02-02 00:00:00', timestamp '2026-02-02 00:00:00', 'EUR', -500, -40, null, timestamp '2026-02-02 09:00:00'),
  (5005, 204, 12, '260102', 'INV', 'CL', 1, timestamp '2026-01-02 00:00:00', timestamp '2026-02-01 00:00:00', 'EUR', 460, 0, null, timestamp '2026-02-02 09:00:00'),
  -- a receipt of an unknown customer, a guarantee, a technical row, another operating unit
  (5006, 204, null, 'R-18', 'PMT', 'OP', 1, timestamp '2026-02-02 00:00:00', null, 'EUR', -10, -10, null, timestamp '2026-02-02 09:00:00'),
  (5007, 204, 12, 'G-1', 'GUAR', 'OP', 1, timestamp '2026-02-02 00:00:00', null, 'EUR', 1000, 1000, null, timestamp '2026-02-02 09:00:00'),
  (-1, 204, 12, 'ON ACCOUNT', 'PMT', 'OP', 1, timestamp '2026-02-02 00:00:00', null, 'EUR', 0, 0, null, timestamp '2026-02-02 09:00:00'),
  (5008, 205, 12, '900001', 'INV', 'OP', 1, timestamp '2026-02-02 00:00:00', null, 'EUR', 5, 5, null, timestamp '2026-02-02 09:00:00');
insert into hz_cust_accounts values (11, 901, '4711', timestamp '2026-01-01 09:00:00'), (12, 902, '4712', timestamp '2026-01-01 09:00:00');
insert into hz_parties values
  (901, 'Cantieri Navali Sud S.p.A.', 'ORGANIZATION', 'IT01112223334', 'Molo 3', null, '80133', 'Napoli', 'IT', 'ap@cantieri.example', timestamp '2026-01-01 09:00:00'),
  (902, 'Elena Greco', 'PERSON', null, null, null, null, null, null, null, timestamp '2026-01-03 09:00:00');
