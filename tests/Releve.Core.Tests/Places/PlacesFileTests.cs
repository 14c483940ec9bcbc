using System.IO.Compression;
using System.Text;
using Releve.Core.Places;

namespace Releve.Core.Tests.Places;

public sealed class PlacesFileTests
{
    [Fact]
    public void EveryCommuneOfBothCountriesIsThere()
    {
        var communes = Register.File.Communes;

        communes.Count(commune => commune is { Country: "FR", ParentCode: null }).ShouldBe(34_969);
        communes.Count(commune => commune.Country == "BE").ShouldBe(565);
        communes.Count(commune => commune.ParentCode is not null).ShouldBe(45);
        communes.ShouldAllBe(commune => commune.Latitude != 0);
        communes.Where(commune => commune.Postcodes.Length == 0).ShouldAllBe(commune => commune.Code.StartsWith("FR-984", StringComparison.Ordinal));
    }

    [Fact]
    public void AreasThatCommunesNameAreThere()
    {
        var codes = Register.File.Areas.Select(area => area.Code).ToHashSet();

        Register
            .File.Communes.SelectMany(commune => new[] { commune.DistrictCode, commune.DepartmentCode, commune.RegionCode })
            .OfType<string>()
            .Concat(Register.File.Areas.Select(area => area.ParentCode).OfType<string>())
            .ShouldAllBe(code => codes.Contains(code));
    }

    [Fact]
    public void BelgianPlacesHaveDutchNames()
    {
        Register.Gazetteer.Commune("BE-62063").ShouldNotBeNull().NameNl.ShouldBe("Luik");
        Register.Gazetteer.Area("BE-P60000").ShouldNotBeNull().Names.Nl.ShouldBe("Provincie Luik");
        Register.File.Areas.Where(area => area.Country == "BE").ShouldAllBe(area => area.Names.Nl != null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else\n")]
    [InlineData("releve-places\t1\tv\t1\t1\nA\tFR-D28\tDepartment\tEure-et-Loir\n")]
    [InlineData("releve-places\t1\tv\t0\t1\nwhat\n")]
    public void AFileThatIsNotWholeIsRefused(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        packed.Position = 0;

        Should.Throw<InvalidDataException>(() => PlacesFile.Read(packed));
    }
}
