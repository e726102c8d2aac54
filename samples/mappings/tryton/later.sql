-- the first instalment is reconciled; an invoice that was entered before the last poll becomes visible only now
update account_move_line set reconciliation = 1, write_date = '2026-02-02 09:00' where id = 102;
insert into account_move values (7, 'M7', '2026-02-01', 'posted', 1, '2026-02-01 08:25', null);
insert into account_invoice values (7, 'F-103', '2026-02-01', 7);
insert into account_move_line values (109, 7, 1100, 11, '2026-03-01', 77, 0, null, null, null, '2026-02-01 08:25', null);
