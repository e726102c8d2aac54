-- databases: postgresql
-- company: Vigna
create table RV_OPENITEM (AD_Client_ID numeric(10), C_Invoice_ID numeric(10), DocumentNo varchar(30), C_BPartner_ID numeric(10), IsSOTrx char(1), DateInvoiced timestamp,
  DueDate timestamp, DiscountDate timestamp, DiscountAmt numeric, GrandTotal numeric, OpenAmt numeric, C_Currency_ID numeric(10), C_InvoicePaySchedule_ID numeric(10));
create table C_Invoice (C_Invoice_ID numeric(10), C_DocType_ID numeric(10));
create table C_InvoicePaySchedule (C_InvoicePaySchedule_ID numeric(10), C_Invoice_ID numeric(10), DueDate timestamp);
create table C_DocType (C_DocType_ID numeric(10), DocBaseType char(3));
create table C_Currency (C_Currency_ID numeric(10), ISO_Code char(3));
create table AD_Client (AD_Client_ID numeric(10), Value varchar(40));
create table C_Payment (C_Payment_ID numeric(10), AD_Client_ID numeric(10), C_BPartner_ID numeric(10), DocumentNo varchar(30), DateTrx timestamp, C_Currency_ID numeric(10),
  PayAmt numeric, IsReceipt char(1), IsAllocated char(1), DocStatus char(2));
create table C_BPartner (C_BPartner_ID numeric(10), AD_Client_ID numeric(10), Name varchar(120), TaxID varchar(20), AD_Language varchar(6), IsCustomer char(1));
create table C_BPartner_Location (C_BPartner_Location_ID numeric(10), C_BPartner_ID numeric(10), C_Location_ID numeric(10), IsBillTo char(1), IsActive char(1));
create table C_Location (C_Location_ID numeric(10), Address1 varchar(60), Address2 varchar(60), Postal varchar(10), City varchar(60), C_Country_ID numeric(10));
create table C_Country (C_Country_ID numeric(10), CountryCode char(2));
create table AD_User (C_BPartner_ID numeric(10), EMail varchar(60), IsActive char(1));
-- the system's own function, for the one receipt below
create function paymentavailable(numeric) returns numeric language sql as 'select case when $1 = 71 then 40.0 else 0.0 end';
