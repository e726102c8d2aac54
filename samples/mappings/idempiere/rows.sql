insert into AD_Client values (11, 'Vigna'), (12, 'Altra');
insert into C_Currency values (102, 'EUR'), (100, 'USD');
insert into C_DocType values (1, 'ARI'), (2, 'ARC');
insert into C_Invoice values (901, 1), (902, 2), (903, 1), (904, 1);
insert into C_InvoicePaySchedule values (30, 901, '2026-01-31'), (31, 901, '2026-02-10'), (32, 901, '2026-03-10');
insert into RV_OPENITEM values
  -- the first of three instalments is paid, the second partly paid and with a discount; a credit; another client's; a supplier's
  (11, 901, '1001', 51, 'Y', '2026-01-10', '2026-02-10', '2026-01-20', 12, 600, 250.5, 102, 31),
  (11, 901, '1001', 51, 'Y', '2026-01-10', '2026-03-10', null, 0, 600, 600, 102, 32),
  (11, 902, '2001', 51, 'Y', '2026-01-20', '2026-01-20', null, 0, 75, 75, 100, null),
  (12, 903, '1001', 52, 'Y', '2026-01-10', '2026-02-10', null, 0, 9, 9, 102, null),
  (11, 904, 'F-9', 53, 'N', '2026-01-10', '2026-02-10', null, 0, 8, 8, 102, null);
insert into C_Payment values (71, 11, 51, 'R-1', '2026-02-02', 102, 500, 'Y', 'N', 'CO'), (72, 11, 51, 'R-2', '2026-02-02', 102, 30, 'Y', 'Y', 'CO');
insert into C_Country values (1, 'IT');
insert into C_Location values (41, 'Strada del Vino 5', null, '12051', 'Alba', 1);
insert into C_BPartner values (51, 11, 'Enoteca Langa S.r.l.', 'IT01234567897', 'it_IT', 'Y'), (52, 12, 'Altro', null, null, 'Y'), (53, 11, 'Tappi S.p.A.', null, null, 'N');
insert into C_BPartner_Location values (61, 51, 41, 'Y', 'Y');
insert into AD_User values (51, 'conti@langa.example', 'Y');
