using Releve.Core.Organisations;

namespace Releve.Core.Tests.Organisations;

public sealed class ReadableTests
{
    [Theory]
    [InlineData("CH DE FLEYRIAT", "Viriat", "CH de Fleyriat")]
    [InlineData("CH DE TREVOUX - MONTPENSIER", "Trévoux", "CH de Trévoux – Montpensier")]
    [InlineData("UNITE DE DIALYSE AMBERIEU EN BUGEY", "Ambérieu-en-Bugey", "Unité de dialyse Ambérieu-en-Bugey")]
    [InlineData("HOPITAL PRIVE D'AMBERIEU", "Ambérieu-en-Bugey", "Hôpital privé d’Amberieu")]
    [InlineData("CTRE D'AUTODIALYSE  ST JEAN", "Lille", "Centre d’autodialyse Saint-Jean")]
    [InlineData("USLD EHPAD HAD SSR CHU", "Lille", "USLD Ehpad HAD SSR CHU")]
    [InlineData("CLINIQUE DE L HOTEL DIEU", "Lille", "Clinique de l’hôtel Dieu")]
    [InlineData("H A D NORD", "Lille", "H A D Nord")]
    [InlineData("DIALYSE A DOMICILE", "Lille", "Dialyse à domicile")]
    [InlineData("Clinique La Source", "Lille", "Clinique La Source")]
    [InlineData("CH ST-OMER", "Saint-Omer", "CH Saint-Omer")]
    public void Names_are_written_as_people_write_them(string shouted, string commune, string written) => ReadableName.Of(shouted, commune).ShouldBe(written);

    [Theory]
    [InlineData("900 RTE DE PARIS", "900 route de Paris")]
    [InlineData("14 R DE L'HOPITAL", "14 rue de l’Hôpital")]
    [InlineData("3B BD DE LATTRE DE TASSIGNY", "3B boulevard de Lattre de Tassigny")]
    [InlineData("12 BIS R ST ROCH", "12 bis rue Saint-Roch")]
    [InlineData("13 R ROUTE DE QUIMPER", "13 route de Quimper")]
    [InlineData("17 Rue Albert Calmette", "17 Rue Albert Calmette")]
    [InlineData("", "")]
    public void Streets_are_written_out(string shouted, string written) => ReadableAddress.Street(shouted).ShouldBe(written);

    [Theory]
    [InlineData("BOURG EN BRESSE CEDEX", "Bourg-en-Bresse", "Bourg-en-Bresse Cedex")]
    [InlineData("LYON CEDEX 08", "Lyon", "Lyon Cedex 08")]
    [InlineData("ST PRIEST EN JAREZ", "Saint-Priest-en-Jarez", "Saint-Priest-en-Jarez")]
    [InlineData("LE MANS", "Allonnes", "Le Mans")]
    public void Localities_are_spelt_as_the_commune_is(string shouted, string commune, string written) =>
        ReadableAddress.Locality(shouted, commune).ShouldBe(written);
}
