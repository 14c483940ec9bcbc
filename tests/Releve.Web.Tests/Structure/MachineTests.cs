using System.Text.RegularExpressions;
using Releve.Web.Tests.Texts;

namespace Releve.Web.Tests.Structure;

/// <summary>The repository tells nothing of the machines that it was written on.</summary>
public sealed partial class MachineTests
{
    private static readonly string[] Endings = [".cs", ".cshtml", ".css", ".js", ".mjs", ".md", ".csproj", ".props", ".targets", ".resx"];
    private static readonly string[] Folders = ["src", "tests", "bench", "tools", "docs"];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Folders
            .SelectMany(folder => SourceFiles.Under(folder, Endings))
            .Where(file => !file.Path.EndsWith(nameof(MachineTests) + ".cs", StringComparison.Ordinal))
            .SelectMany(file => PrivateFolder().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("see /home/alice/notes")]
    [InlineData("cd /work/main")]
    [InlineData("\"/tmp/shots/x.png\"")]
    [InlineData(@"C:\Users\alice")]
    public void A_private_folder_is_found(string text) => PrivateFolder().IsMatch(text).ShouldBeTrue();

    [GeneratedRegex(@"(?<![\w./])/(home|root|work|Users|tmp)/\w+|C:\\Users\\\w+")]
    private static partial Regex PrivateFolder();
}
