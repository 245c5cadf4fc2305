# a claim with two subjects
INSERT DATA { zc:cost rdf:subject ze:Claude }
