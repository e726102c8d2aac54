-- databases: mssql
create table MA_PyblsRcvbls (PymtSchedId int, CustSuppType int, CustSupp varchar(12), DocNo varchar(10), DocumentDate datetime, Settled char(1),
  CreditNote char(1), Currency varchar(8));
create table MA_PyblsRcvblsDetails (PymtSchedId int, InstallmentNo smallint, InstallmentDate datetime, Amount float, DebitCreditSign int, Closed char(1),
  PaymentTerm int, Presented char(1));
create table MA_CustSupp (CustSuppType int, CustSupp varchar(12), CompanyName varchar(128), TaxIdNumber varchar(20), Address varchar(128),
  ZIPCode varchar(10), City varchar(64), ISOCountryCode varchar(2), EMail varchar(128), Telephone1 varchar(20));
