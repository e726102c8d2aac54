-- databases: mssql
-- company: itmf
create table CUSTTRANSOPEN (RECID bigint, REFRECID bigint, DATAAREAID varchar(4), ACCOUNTNUM varchar(20), DUEDATE datetime,
  CASHDISCDATE datetime, AMOUNTCUR numeric(32, 6), POSSIBLECASHDISC numeric(32, 6));
create table CUSTTRANS (RECID bigint, DATAAREAID varchar(4), VOUCHER varchar(20), INVOICE varchar(20), APPROVED int, TRANSDATE datetime,
  CURRENCYCODE varchar(3), PAYMMODE varchar(10), PAYMREFERENCE varchar(20), AMOUNTCUR numeric(32, 6), SETTLEAMOUNTCUR numeric(32, 6));
create table CUSTTABLE (ACCOUNTNUM varchar(20), DATAAREAID varchar(4), PARTY bigint, VATNUM varchar(20), INVOICEACCOUNT varchar(20));
create table DIRPARTYTABLE (RECID bigint, NAME varchar(100), LANGUAGEID varchar(7), PRIMARYADDRESSLOCATION bigint, PRIMARYCONTACTEMAIL bigint);
create table LOGISTICSPOSTALADDRESS (LOCATION bigint, STREET varchar(250), ZIPCODE varchar(10), CITY varchar(60), COUNTRYREGIONID varchar(10),
  VALIDFROM datetime, VALIDTO datetime);
create table LOGISTICSELECTRONICADDRESS (RECID bigint, LOCATOR varchar(255));
