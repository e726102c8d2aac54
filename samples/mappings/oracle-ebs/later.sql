-- the second instalment is paid; an invoice that was stamped before the last poll is committed only now
update ar_payment_schedules_all set amount_due_remaining = 0, amount_in_dispute = null, status = 'CL',
  last_update_date = timestamp '2026-02-03 10:00:00' where payment_schedule_id = 5002;
insert into ar_payment_schedules_all values
  (5009, 204, 11, '260103', 'INV', 'OP', 1, timestamp '2026-02-02 00:00:00', timestamp '2026-03-04 00:00:00', 'EUR', 33, 33, null, timestamp '2026-02-02 06:00:00');
