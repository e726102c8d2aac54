-- databases: postgresql, mssql
-- company: 1000
create table I_OperationalAcctgDocItem (CompanyCode varchar(4), FiscalYear varchar(4), AccountingDocument varchar(10),
  AccountingDocumentItem varchar(3), FinancialAccountType varchar(1), Customer varchar(10), AccountingDocumentType varchar(2),
  DebitCreditCode varchar(1), DocumentReferenceID varchar(16), DocumentDate varchar(8), DueCalculationBaseDate varchar(8),
  NetPaymentDays decimal(3), ClearingDate varchar(8), InvoiceReference varchar(10), InvoiceReferenceFiscalYear varchar(4),
  InvoiceItemReference varchar(3), SpecialGLCode varchar(1), IsReversed varchar(1), IsReversal varchar(1),
  AmountInTransactionCurrency decimal(23, 2), TransactionCurrency varchar(5), PaymentMethod varchar(1), DunningBlockingReason varchar(1));
create table I_Customer (Customer varchar(10), CustomerName varchar(80), StreetName varchar(60), PostalCode varchar(10),
  CityName varchar(40), Country varchar(3), Language varchar(2), VATRegistration varchar(20), TelephoneNumber1 varchar(30));
