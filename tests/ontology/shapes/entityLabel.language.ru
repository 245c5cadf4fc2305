# a label in no language of ours
INSERT DATA { ze:Anthropic rdfs:label "アンソロピック"@ja }
