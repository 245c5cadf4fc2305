# a claim without a subject
DELETE DATA { zc:cost rdf:subject ze:GPT-4 }
