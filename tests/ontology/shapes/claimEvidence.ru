# a claim without evidence
DELETE DATA { zc:cost prov:wasDerivedFrom zc:invests-a }
