using System.Text.Json;
using System.Xml.Linq;
using Releve.TestKit;

namespace Releve.Web.Tests.Licences;

/// <summary>Every package is there for a reason and under a licence that fits, both written down.</summary>
public sealed class LicenceTests
{
    private static readonly string Record = File.ReadAllText(RepositoryFiles.Of("docs/adr/0002-dependencies.md"));

    [Fact]
    public void Every_package_of_NuGet_has_its_line() =>
        XDocument
            .Load(RepositoryFiles.Of("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            .Where(package => !HasLine(package))
            .ShouldBeEmpty();

    [Fact]
    public void Every_package_of_npm_has_its_line()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Of("package.json")));
        package
            .RootElement.EnumerateObject()
            .Where(part => part.Name is "dependencies" or "devDependencies")
            .SelectMany(part => part.Value.EnumerateObject())
            .Select(dependency => dependency.Name)
            .Where(name => !HasLine(name))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_tool_has_its_line()
    {
        using var tools = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Of(".config/dotnet-tools.json")));
        tools.RootElement.GetProperty("tools").EnumerateObject().Select(tool => tool.Name).Where(name => !HasLine(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_package_without_a_line_is_found() => HasLine("Some.Package.Never.Heard.Of").ShouldBeFalse();

    // | `name` | why | licence |
    private static bool HasLine(string package) =>
        Record
            .Split('\n')
            .Any(line =>
                line.StartsWith($"| `{package}` |", StringComparison.OrdinalIgnoreCase)
                && line.Split('|') is { Length: 5 } cells
                && cells.Skip(1).Take(3).All(cell => cell.Trim().Length > 0)
            );
}
