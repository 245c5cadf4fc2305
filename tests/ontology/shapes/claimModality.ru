# a claim without a modality
DELETE DATA { zc:cost zt:modality zt:asserted }
