-- The goods' texts as their own languages say it. Each is changed only where it still stands as it was shipped: a merchant's
-- own words stay. A cheese with holes comes from the Emmental; a bell of bronze is cast and is no Treichel, which is
-- forged; granite is no soapstone ("pietra ollare"); candles are dipped.
do $$
declare word record;
begin
    -- One after the other: an article may have two phrases.
    for word in select * from (values
            (1, 'de', 'line', 'Greyerz, 750 g', 'Emmental, 750 g'),
            (1, 'fr', 'line', 'Gruyère, 750 g', 'Emmental, 750 g'),
            (1, 'it', 'line', 'Gruyère, 750 g', 'Emmental, 750 g'),
            (1, 'en', 'line', 'Gruyère, 750 g', 'Emmental, 750 g'),
            (1, 'de', 'description', 'mit Salzkristallen im Bruch', 'mit grossen Löchern und feinen Kristallen im Bruch'),
            (1, 'fr', 'description', 'avec des cristaux de sel à la coupe', 'avec de grands trous et de fins cristaux à la coupe'),
            (1, 'it', 'description', 'Di latte crudo di nove fattorie', 'Da latte crudo di nove fattorie'),
            (1, 'it', 'description', 'con cristalli di sale al taglio', 'con grandi buchi e fini cristalli al taglio'),
            (1, 'en', 'description', 'with salt crystals where it breaks', 'with large holes and fine crystals where it breaks'),
            (2, 'de', 'description', 'drei Kinder oder zwei Grosse', 'drei Kinder oder zwei Erwachsene'),
            (2, 'fr', 'description', 'trois enfants ou deux grands', 'trois enfants ou deux adultes'),
            (2, 'en', 'description', 'three children or two grown-ups', 'three children or two adults'),
            (7, 'it', 'description', 'Stagna fino a un metro', 'Impermeabile fino a un metro di profondità'),
            (7, 'fr', 'description', 'Étanche jusqu’à un mètre', 'Étanche jusqu’à un mètre de profondeur'),
            (8, 'it', 'description', 'Di api che bottinano', 'Da api che bottinano'),
            (11, 'it', 'description', 'Da tre anni', 'Dai tre anni'),
            (11, 'en', 'description', 'From three years', 'For ages three and up'),
            (12, 'fr', 'description', 'Vont au lave-vaisselle', 'Passent au lave-vaisselle'),
            (13, 'it', 'line', '95 cm, da cinque anni', '95 cm, dai cinque anni'),
            (13, 'en', 'line', '95 cm, from five years', '95 cm, ages five and up'),
            (15, 'fr', 'line', 'Tirées à la main', 'Trempées à la main'),
            (15, 'it', 'line', 'Tirate a mano', 'Fatte a mano, per immersione'),
            (15, 'it', 'description', 'immerse venti volte', 'immersa venti volte'),
            (15, 'fr', 'description', 'Pure cire d’abeille, plongées vingt fois', 'Pure cire d’abeille, mèche trempée vingt fois'),
            (18, 'it', 'description', 'Da tre anni', 'Dai tre anni'),
            (18, 'en', 'description', 'From three years', 'For ages three and up'),
            (19, 'it', 'name', 'Pietra ollare da griglia', 'Pietra da griglia in granito'),
            (19, 'en', 'line', 'Maggia valley, 34 kg', 'Maggia Valley, 34 kg'),
            (21, 'de', 'line', 'Val Poschiavo, 80 g', 'Puschlav, 80 g'),
            (21, 'it', 'line', 'Val Poschiavo, 80 g', 'Valposchiavo, 80 g'),
            (22, 'de', 'description', 'Trocknen am Bergschuh hängend', 'Trocknen aussen am Rucksack'),
            (22, 'fr', 'description', 'Sèchent pendues au soulier', 'Sèchent accrochées au sac à dos'),
            (22, 'it', 'description', 'Si asciugano appese allo scarpone', 'Si asciugano appese allo zaino'),
            (22, 'en', 'description', 'They dry hanging from the boot', 'They dry hanging from the rucksack'),
            (23, 'de', 'name', 'Treichel', 'Kuhglocke'),
            (23, 'fr', 'name', 'Cloche', 'Cloche de vache'),
            (23, 'it', 'name', 'Campana', 'Campanaccio'),
            (23, 'it', 'description', 'Fusa a Uetendorf, accordata in la', 'Fuso a Uetendorf, accordato in la'),
            (23, 'it', 'description', 'Al momento esaurita', 'Al momento esaurito'),
            (24, 'de', 'description', 'Fliegt bei zwei Windstärken', 'Fliegt ab Windstärke 2'),
            (24, 'fr', 'description', 'Vole dès deux beauforts', 'Vole dès la force 2'),
            (24, 'it', 'description', 'Vola con forza due', 'Vola già con vento di forza 2'),
            (24, 'it', 'description', 'Da sei anni', 'Dai sei anni'),
            (24, 'en', 'description', 'Flies in a force two', 'Flies from force 2'),
            (24, 'en', 'description', 'From six years', 'For ages six and up')
    ) as words (id, lang, col, was, now) loop
        update product_text
        set name = case when word.col = 'name' and name = word.was then word.now else name end,
            line = case when word.col = 'line' and line = word.was then word.now else line end,
            description = case
                when word.col = 'description' then replace(description, word.was, word.now)
                else description
            end
        where product_id = word.id and lang = word.lang;
    end loop;
end $$;
