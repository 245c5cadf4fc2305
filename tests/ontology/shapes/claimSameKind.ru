# a model that competes with a company
DELETE DATA { zc:competes rdf:object ze:Anthropic } ;
DELETE DATA { ze:Anthropic zt:competesWith ze:OpenAI } ;
INSERT DATA { zc:competes rdf:object ze:Claude }
