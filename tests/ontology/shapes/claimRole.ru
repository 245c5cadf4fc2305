# an empty role
DELETE DATA { zc:works zt:role "高管" } ;
INSERT DATA { zc:works zt:role "" }
