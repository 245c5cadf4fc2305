# an upper value that is a text
# also: valueRange
DELETE DATA { zc:growth zt:valueMax 30.0 } ;
INSERT DATA { zc:growth zt:valueMax "三成" }
