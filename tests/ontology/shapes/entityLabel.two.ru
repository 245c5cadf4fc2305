# two labels in one language
INSERT DATA { ze:Anthropic rdfs:label "Anthropic PBC"@en }
