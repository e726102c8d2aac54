insert into `tabSales Invoice` values
  -- three instalments of 400, of which 550 are paid; dollars on an account in euro; a credit note; paid; a draft; another company
  ('SINV-26-001', 1, 'Beispiel GmbH', 'CUST-1', 0, null, '2026-01-10', '2026-04-10', 'EUR', 'EUR', 1200, 1200, 650),
  ('SINV-26-002', 1, 'Beispiel GmbH', 'CUST-2', 0, null, '2026-01-12', '2026-02-11', 'USD', 'EUR', 110, 100.25, 100.25),
  ('SINV-26-003', 1, 'Beispiel GmbH', 'CUST-1', 1, 'SINV-26-001', '2026-01-20', '2026-01-20', 'EUR', 'EUR', -75, -75, -75),
  ('SINV-26-004', 1, 'Beispiel GmbH', 'CUST-2', 0, null, '2026-01-12', '2026-02-11', 'EUR', 'EUR', 9, 9, 0),
  ('SINV-26-005', 0, 'Beispiel GmbH', 'CUST-2', 0, null, '2026-01-12', '2026-02-11', 'EUR', 'EUR', 8, 8, 8),
  ('SINV-26-006', 1, 'Andere AG', 'CUST-2', 0, null, '2026-01-12', '2026-02-11', 'EUR', 'EUR', 7, 7, 7);
insert into `tabPayment Schedule` values
  ('SINV-26-001', 'Sales Invoice', 1, '2026-02-10', 400, 400), ('SINV-26-001', 'Sales Invoice', 2, '2026-03-10', 400, 400),
  ('SINV-26-001', 'Sales Invoice', 3, '2026-04-10', 400, 400), ('SINV-26-002', 'Sales Invoice', 1, '2026-02-11', 110, 100.25);
insert into `tabPayment Entry` values
  ('PE-1', 1, 'Beispiel GmbH', 'Receive', 'Customer', 'CUST-2', '2026-02-02', 'EUR', 500, 40),
  ('PE-2', 1, 'Beispiel GmbH', 'Receive', 'Customer', 'CUST-1', '2026-02-02', 'EUR', 550, 0),
  ('PE-3', 1, 'Beispiel GmbH', 'Pay', 'Supplier', 'SUP-1', '2026-02-02', 'EUR', 30, 30);
insert into `tabCustomer` values
  ('CUST-1', 'Holzbau Isar GmbH', 'Company', 'DE123456789', 'de', 'buchhaltung@holzbau.example', '', 'A-1', 0),
  ('CUST-2', 'Jana Vogt', 'Individual', '', '', '', '+491700000000', null, 0), ('CUST-3', 'Gone', 'Company', '', '', '', '', null, 1);
insert into `tabAddress` values ('A-1', 'Isarweg 3', '', '80331', 'München', 'Germany');
insert into `tabCountry` values ('Germany', 'de');
