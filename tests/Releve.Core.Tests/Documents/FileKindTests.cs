using System.Text;
using Releve.Core.Documents;
using Releve.TestKit;

namespace Releve.Core.Tests.Documents;

/// <summary>What a file is, by its bytes.</summary>
public sealed class FileKindTests
{
    [Fact]
    public void The_four_kinds_are_known()
    {
        FileKinds.Read(SampleFiles.Pdf()).ContentType.ShouldBe(FileKinds.Pdf);
        FileKinds.Read(SampleFiles.Png()).ContentType.ShouldBe(FileKinds.Png);
        FileKinds.Read(SampleFiles.Jpeg()).ContentType.ShouldBe(FileKinds.Jpeg);
        FileKinds.Read(SampleFiles.Docx()).ContentType.ShouldBe(FileKinds.Docx);
    }

    public static IEnumerable<TheoryDataRow<string, byte[], FileProblem>> Wrong =>
        [
            new("empty", [], FileProblem.Empty),
            new("too large", new byte[FileKinds.LargestFile + 1], FileProblem.TooLarge),
            new("svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), FileProblem.WrongKind),
            new("html", "<!doctype html><script>alert(1)</script>"u8.ToArray(), FileProblem.WrongKind),
            new("gif", "GIF89a"u8.ToArray(), FileProblem.WrongKind),
            new("program", "MZ\x90\0"u8.ToArray(), FileProblem.WrongKind),
            new("zip", SampleFiles.Zip(), FileProblem.WrongKind),
            new("old word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileProblem.WrongKind),
            new("pdf behind a page", [.. "<html>"u8, .. SampleFiles.Pdf()], FileProblem.WrongKind),
            new("pdf cut short", SampleFiles.Pdf()[..40], FileProblem.Damaged),
            new("pdf with a page in its head", SampleFiles.Pdf("<SCRIPT>alert(1)</SCRIPT>"), FileProblem.Mixed),
            new("pdf with an archive behind", [.. SampleFiles.Pdf(), .. SampleFiles.Zip()], FileProblem.Mixed),
            new("png with an archive behind", [.. SampleFiles.Png(), .. SampleFiles.Zip()], FileProblem.Mixed),
            new("png cut short", SampleFiles.Png()[..40], FileProblem.Damaged),
            new("png of 50,000 points a side", SampleFiles.Png(50_000, 50_000), FileProblem.TooManyPixels),
            new("png of no size", SampleFiles.Png(0, 4), FileProblem.Damaged),
            new("jpeg of 50,000 points a side", SampleFiles.Jpeg(50_000, 50_000), FileProblem.TooManyPixels),
            new("jpeg with a page in its comment", SampleFiles.Jpeg(comment: "<script>alert(1)</script>"), FileProblem.Mixed),
            new("jpeg with an archive behind", [.. SampleFiles.Jpeg(), .. SampleFiles.Zip()], FileProblem.Mixed),
            new("jpeg with a pdf within", SampleFiles.Jpeg(comment: "%PDF-1.7"), FileProblem.Mixed),
            new("jpeg cut short", SampleFiles.Jpeg()[..20], FileProblem.Damaged),
            new("docx with macros", SampleFiles.Docx(("word/vbaProject.bin", [1])), FileProblem.Macros),
            new("docx cut short", SampleFiles.Docx()[..60], FileProblem.Damaged),
            new("docx that unpacks to 101 MB", SampleFiles.Docx(("word/media/a.xml", new byte[101 * 1024 * 1024])), FileProblem.TooMuchInside),
            new(
                "docx of many parts",
                SampleFiles.Docx([.. Enumerable.Range(0, 2_001).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))]),
                FileProblem.TooMuchInside
            ),
        ];

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_none_of_them_or_two_at_once_is_refused(string name, byte[] bytes, FileProblem problem) =>
        FileKinds.Read(bytes).Problem.ShouldBe(problem, name);

    [Theory]
    [InlineData("CV.pdf", "CV.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData(@"C:\dossiers\claire\Mon CV.docx", "Mon CV.pdf")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("<script>.pdf", "script.pdf")]
    [InlineData("Diplôme d’État.PDF", "Diplôme d’État.pdf")]
    public void Odd_names_are_cleaned(string? name, string clean) => FileNames.Clean(name, FileKinds.Pdf).ShouldBe(clean);

    [Fact]
    public void Long_names_are_cut() => FileNames.Clean(new string('é', 300), FileKinds.Pdf).Length.ShouldBeLessThan(130);

    [Fact]
    public async Task A_scanner_is_asked_in_its_own_words()
    {
        await using var clamd = new FakeClamd();
        var scanner = Clamd.Parse(clamd.Address);

        (await scanner.ScanAsync(new MemoryStream(new byte[200_000]))).ShouldBe(DocumentState.Clean);
        (await scanner.ScanAsync(new MemoryStream(Encoding.Latin1.GetBytes(SampleFiles.Eicar)))).ShouldBe(DocumentState.Quarantined);
    }

    [Fact]
    public async Task A_scanner_that_does_not_answer_leaves_it_open() =>
        (await Clamd.Parse("127.0.0.1:1").ScanAsync(new MemoryStream([1]))).ShouldBe(DocumentState.Unscanned);

    [Theory]
    [InlineData("localhost")]
    [InlineData(":3310")]
    [InlineData("host:0")]
    [InlineData("host:99999")]
    public void A_scanner_without_host_and_port_is_refused(string address) => Should.Throw<FormatException>(() => Clamd.Parse(address));
}
