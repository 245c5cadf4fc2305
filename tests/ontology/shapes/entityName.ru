# a name without a language
INSERT DATA { ze:Anthropic skos:altLabel "Anthropic PBC" }
