# an entity without a label
DELETE DATA { ze:Anthropic rdfs:label "Anthropic"@en }
