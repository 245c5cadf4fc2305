# a modality that we do not have
DELETE DATA { zc:cost zt:modality zt:asserted } ;
INSERT DATA { zc:cost zt:modality zt:rumoured }
