# evidence with an empty quote
DELETE DATA { zc:invests-a oa:exact "微软向OpenAI投资100亿美元" } ;
INSERT DATA { zc:invests-a oa:exact "" }
