# evidence from something that is no document
DELETE DATA { zc:invests-a oa:hasSource zd:a } ;
INSERT DATA { zc:invests-a oa:hasSource ze:OpenAI }
