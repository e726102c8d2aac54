-- databases: postgresql, mysql
-- company: 1
create table llx_facture (rowid int, entity int, ref varchar(30), type smallint, fk_soc int, datef date, date_lim_reglement date,
  total_ttc double precision, fk_statut smallint, paye smallint, fk_facture_source int, fk_mode_reglement int);
create table llx_paiement_facture (rowid int, fk_paiement int, fk_facture int, amount double precision);
create table llx_societe_remise_except (rowid int, entity int, fk_soc int, discount_type int, datec timestamp, amount_ttc double precision,
  fk_facture int, fk_facture_line int, fk_facture_source int);
create table llx_c_paiement (id int, code varchar(6));
create table llx_societe (rowid int, entity int, nom varchar(128), address varchar(255), zip varchar(25), town varchar(50), fk_pays int,
  tva_intra varchar(20), email varchar(128), phone varchar(20), default_lang varchar(6), client smallint, fk_typent int);
create table llx_c_country (rowid int, code varchar(2));
create table llx_c_typent (id int, code varchar(12));
