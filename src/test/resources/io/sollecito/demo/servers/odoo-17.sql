create table res_currency (
  id integer primary key, name varchar not null, symbol varchar not null, rounding numeric, decimal_places integer,
  active boolean, write_date timestamp without time zone);
create table res_country (
  id integer primary key, code varchar(2), name jsonb not null, write_date timestamp without time zone);
create table res_company (
  id integer primary key, name varchar not null, partner_id integer not null,
  currency_id integer not null references res_currency, parent_id integer, active boolean,
  write_date timestamp without time zone);
create table res_partner (
  id integer primary key, company_id integer references res_company, name varchar, display_name varchar, ref varchar,
  lang varchar, vat varchar, company_registry varchar, type varchar, is_company boolean, active boolean,
  parent_id integer references res_partner, commercial_partner_id integer references res_partner,
  street varchar, street2 varchar, zip varchar, city varchar, country_id integer references res_country,
  email varchar, phone varchar, mobile varchar, customer_rank integer,
  create_date timestamp without time zone, write_date timestamp without time zone);
create table res_partner_bank (
  id integer primary key, partner_id integer not null references res_partner, acc_number varchar not null,
  sanitized_acc_number varchar, acc_holder_name varchar, active boolean, write_date timestamp without time zone);
create table res_partner_category (
  id integer primary key, name jsonb not null, active boolean, write_date timestamp without time zone);
create table res_partner_res_partner_category_rel (
  category_id integer not null references res_partner_category, partner_id integer not null references res_partner,
  primary key (category_id, partner_id));
create table account_account (
  id integer primary key, company_id integer not null references res_company, code varchar(64) not null,
  name jsonb not null, account_type varchar not null, reconcile boolean, deprecated boolean,
  write_date timestamp without time zone);
create table account_journal (
  id integer primary key, company_id integer not null references res_company, code varchar(5) not null,
  name jsonb not null, type varchar not null, active boolean, write_date timestamp without time zone);
create table account_move (
  id integer primary key, name varchar, ref varchar, date date not null, state varchar not null,
  move_type varchar not null, journal_id integer not null references account_journal,
  company_id integer references res_company, partner_id integer references res_partner,
  commercial_partner_id integer references res_partner, currency_id integer not null references res_currency,
  payment_reference varchar, payment_state varchar, reversed_entry_id integer references account_move,
  invoice_date date, invoice_date_due date, amount_total numeric, amount_residual numeric,
  amount_total_signed numeric, amount_residual_signed numeric,
  create_date timestamp without time zone, write_date timestamp without time zone);
create table account_move_line (
  id integer primary key, move_id integer not null references account_move, move_name varchar, parent_state varchar,
  journal_id integer references account_journal, company_id integer references res_company,
  company_currency_id integer references res_currency, currency_id integer not null references res_currency,
  account_id integer references account_account, partner_id integer references res_partner, name varchar, ref varchar,
  date date, date_maturity date, display_type varchar not null, debit numeric, credit numeric, balance numeric,
  amount_currency numeric, amount_residual numeric, amount_residual_currency numeric, reconciled boolean,
  discount_date date, discount_amount_currency numeric, discount_balance numeric, matching_number varchar,
  create_date timestamp without time zone, write_date timestamp without time zone);
create index on account_move_line (move_id);
create index on account_move_line (write_date);
create role hub_reader login password 'odoo-demo';
grant select on all tables in schema public to hub_reader;
