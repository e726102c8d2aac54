-- databases: mssql
-- company: Norditalia S.p.A.
-- SQL Server's function, by any other that gives a large number: what is above it is not yet committed.
create alias min_active_rowversion for "java.lang.System.currentTimeMillis";
create table "Norditalia S_p_A_$Cust_ Ledger Entry" ("timestamp" bigint, "Entry No_" int primary key, "Customer No_" varchar(20),
  "Document Type" int, "Document No_" varchar(20), "Document Occurrence" int, "Document Date" datetime, "Due Date" datetime,
  "Currency Code" varchar(10), "Payment Method Code" varchar(10), "Bank Receipt" tinyint, "Bank Receipts List No_" varchar(20),
  "On Hold" varchar(3));
create table "Norditalia S_p_A_$Detailed Cust_ Ledg_ Entry" ("timestamp" bigint, "Entry No_" int primary key,
  "Cust_ Ledger Entry No_" int, "Entry Type" int, "Amount" decimal(38, 20));
create table "Norditalia S_p_A_$General Ledger Setup" ("Primary Key" varchar(10), "LCY Code" varchar(10));
create table "Norditalia S_p_A_$Customer" ("timestamp" bigint, "No_" varchar(20) primary key, "Name" varchar(50),
  "VAT Registration No_" varchar(20), "Language Code" varchar(10), "Address" varchar(50), "Address 2" varchar(50),
  "Post Code" varchar(20), "City" varchar(30), "Country_Region Code" varchar(10), "E-Mail" varchar(80), "Phone No_" varchar(30),
  "Bill-to Customer No_" varchar(20));
