-- databases: oracle
create table transaction (id number(19), type varchar2(20), tranid varchar2(45), entity number(19), trandate date, duedate date, currency number(19),
  foreigntotal number(20, 2), foreignamountunpaid number(20, 2), foreignpaymentamountunused number(20, 2), posting char(1), voided char(1));
create table currency (id number(19), symbol varchar2(4));
create table customer (id number(19), altname varchar2(83), isperson char(1), vatregnumber varchar2(20), email varchar2(254), phone varchar2(32),
  defaultbillingaddress number(19));
create table entityaddress (nkey number(19), addr1 varchar2(150), addr2 varchar2(150), zip varchar2(36), city varchar2(50), country varchar2(2));
