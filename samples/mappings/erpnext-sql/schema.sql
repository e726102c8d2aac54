-- databases: mysql
-- company: Beispiel GmbH
create table `tabSales Invoice` (name varchar(140), docstatus int, company varchar(140), customer varchar(140), is_return int, return_against varchar(140),
  posting_date date, due_date date, currency varchar(140), party_account_currency varchar(140), grand_total decimal(21, 9), base_grand_total decimal(21, 9),
  outstanding_amount decimal(21, 9));
create table `tabPayment Schedule` (parent varchar(140), parenttype varchar(140), idx int, due_date date, payment_amount decimal(21, 9), base_payment_amount decimal(21, 9));
create table `tabPayment Entry` (name varchar(140), docstatus int, company varchar(140), payment_type varchar(140), party_type varchar(140), party varchar(140),
  posting_date date, paid_from_account_currency varchar(140), paid_amount decimal(21, 9), unallocated_amount decimal(21, 9));
create table `tabCustomer` (name varchar(140), customer_name varchar(140), customer_type varchar(140), tax_id varchar(140), language varchar(140),
  email_id varchar(140), mobile_no varchar(140), customer_primary_address varchar(140), disabled int);
create table `tabAddress` (name varchar(140), address_line1 varchar(240), address_line2 varchar(240), pincode varchar(140), city varchar(140), country varchar(140));
create table `tabCountry` (name varchar(140), code varchar(140));
