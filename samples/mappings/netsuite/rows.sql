insert into currency values (1, 'EUR'), (2, 'GBP');
insert into transaction values
  -- partly paid; a credit; a payment of which a part is unused; without a due date; paid; voided; an estimate
  (501, 'CustInvc', 'INV101', 77, timestamp '2026-01-10 00:00:00', timestamp '2026-02-09 00:00:00', 1, 1200, 699.5, null, 'T', 'F'),
  (502, 'CustCred', 'CM7', 77, timestamp '2026-01-20 00:00:00', null, 2, -75, null, 75, 'T', 'F'),
  (503, 'CustPymt', 'PYM9', 78, timestamp '2026-02-02 00:00:00', null, 1, 500, null, 40, 'T', 'F'),
  (504, 'CustInvc', null, 78, timestamp '2026-01-11 00:00:00', null, 1, 12, 12, null, 'T', 'F'),
  (505, 'CustInvc', 'INV102', 78, timestamp '2026-01-11 00:00:00', null, 1, 13, 0, null, 'T', 'F'),
  (506, 'CustInvc', 'INV103', 78, timestamp '2026-01-11 00:00:00', null, 1, 14, 14, null, 'T', 'T'),
  (507, 'Estimate', 'EST1', 78, timestamp '2026-01-11 00:00:00', null, 1, 15, 15, null, 'F', 'F');
insert into customer values (77, 'Harbour Tools Ltd', 'F', 'GB123456789', 'ap@harbour.example', '+441170000000', 31), (78, 'Joan Reed', 'T', null, null, null, null);
insert into entityaddress values (31, '4 Quay Street', null, 'BS1 4DB', 'Bristol', 'GB');
