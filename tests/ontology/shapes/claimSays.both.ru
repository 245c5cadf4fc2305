# a relation that is a figure as well
# also: metricPredicate
INSERT DATA { zc:beats zt:value 1.0 ; zt:unit "x" }
