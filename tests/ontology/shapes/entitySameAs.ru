# a Wikidata page in place of the entity
INSERT DATA { ze:Anthropic owl:sameAs <https://www.wikidata.org/wiki/Q116758847> }
