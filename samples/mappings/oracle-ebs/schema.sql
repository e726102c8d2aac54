-- databases: oracle
-- company: 204
create table ar_payment_schedules_all (payment_schedule_id number(15), org_id number(15), customer_id number(15), trx_number varchar2(30),
  class varchar2(20), status varchar2(30), terms_sequence_number number(15), trx_date date, due_date date,
  invoice_currency_code varchar2(15), amount_due_original number(20, 2), amount_due_remaining number(20, 2), amount_in_dispute number(20, 2),
  last_update_date date);
create table hz_cust_accounts (cust_account_id number(15), party_id number(15), account_number varchar2(30), last_update_date date);
create table hz_parties (party_id number(15), party_name varchar2(360), party_type varchar2(30), tax_reference varchar2(50),
  address1 varchar2(240), address2 varchar2(240), postal_code varchar2(60), city varchar2(60), country varchar2(60),
  email_address varchar2(2000), last_update_date date);
