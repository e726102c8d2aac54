-- databases: postgresql
-- company: Lac Bleu SA
create table party_party (id int, name varchar, lang int, create_date timestamp, write_date timestamp);
create table party_address (id int, party int, street varchar, postal_code varchar, city varchar, country int, active boolean,
  create_date timestamp, write_date timestamp);
create table party_identifier (id int, party int, type varchar, code varchar);
create table party_contact_mechanism (id int, party int, type varchar, value varchar);
create table ir_lang (id int, code varchar);
create table country_country (id int, code varchar);
create table currency_currency (id int, code varchar);
create table company_company (id int, party int, currency int);
create table account_account_type (id int, receivable boolean);
create table account_account (id int, type int);
create table account_move (id int, number varchar, date date, state varchar, company int, create_date timestamp, write_date timestamp);
create table account_invoice (id int, number varchar, invoice_date date, move int);
create table account_move_line (id int, move int, account int, party int, maturity_date date, debit numeric, credit numeric,
  second_currency int, amount_second_currency numeric, reconciliation int, create_date timestamp, write_date timestamp);
