# a fact that says nothing of its subject
# also: factAsClaimed
DELETE DATA { <https://w3id.org/zhitu/fact/joined> zt:object ze:OpenAI }
