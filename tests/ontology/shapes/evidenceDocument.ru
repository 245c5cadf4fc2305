# evidence from nowhere, beside a good one
DELETE DATA { zc:invests-a oa:hasSource zd:a } ;
DELETE { ?claim prov:wasDerivedFrom zc:invests-a } INSERT { ?claim prov:wasDerivedFrom zc:invests-b } WHERE { ?claim prov:wasDerivedFrom zc:invests-a }
