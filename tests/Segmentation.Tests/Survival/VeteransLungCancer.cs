using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Tests.Survival;

/// <summary>
/// Survival of 137 veterans with lung cancer as R's survival 3.5-3 carries it (R. L. Prentice, Biometrika 60(2), 1973, 279-288): days, + where still alive; cell type q squamous, s small cell, a adeno, l large;
/// treatment 1 standard or 2 test; after the colon, months from diagnosis to the trial.
/// </summary>
internal static class VeteransLungCancer
{
    private const string Patients = """
        72q1:7 411q1:5 228q1:3 126q1:9 118q1:11 10q1:5 82q1:10 110q1:29 314q1:18 100+q1:6 42q1:4 8q1:58 144q1:4 25+q1:9 11q1:11 30s1:3 384s1:9 4s1:2 54s1:4 13s1:4 123+s1:3 97+s1:5 153s1:14
        59s1:2 117s1:3 16s1:4 151s1:12 22s1:4 56s1:12 21s1:2 18s1:15 139s1:2 20s1:5 31s1:3 52s1:2 287s1:25 18s1:4 51s1:1 122s1:28 27s1:8 54s1:1 7s1:7 63s1:11 392s1:4 10s1:23 8a1:19 92a1:10
        35a1:6 117a1:2 132a1:5 12a1:4 162a1:5 3a1:3 95a1:4 177l1:16 162l1:5 216l1:15 553l1:2 278l1:12 12l1:12 260l1:5 200l1:12 156l1:2 182+l1:2 143l1:8 105l1:11 103l1:5 250l1:8 100l1:13
        999q2:12 112q2:6 87+q2:3 231+q2:8 242q2:1 991q2:7 111q2:3 1q2:21 587q2:3 389q2:2 33q2:6 25q2:36 357q2:13 467q2:2 201q2:28 1q2:7 30q2:11 44q2:13 283q2:2 15q2:13 25s2:2 103+s2:22
        21s2:4 13s2:2 87s2:2 2s2:36 20s2:9 7s2:11 24s2:8 99s2:3 8s2:2 99s2:4 61s2:2 25s2:2 95s2:1 80s2:17 51s2:87 29s2:8 24a2:2 18a2:5 83+a2:3 31a2:3 51a2:5 90a2:22 52a2:3 73a2:3 8a2:5
        36a2:8 48a2:4 7a2:4 140a2:3 186a2:3 84a2:4 19a2:10 45a2:3 80a2:4 52l2:4 164l2:15 19l2:4 53l2:12 15l2:5 43l2:11 340l2:10 133l2:1 111l2:5 231l2:18 378l2:4 49l2:3
        """;

    public static ImmutableArray<(double Days, bool Died, int CellType, int Treatment, int MonthsFromDiagnosis)> All { get; } = [.. Patients.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Patient)];

    private static (double Days, bool Died, int CellType, int Treatment, int MonthsFromDiagnosis) Patient(string word)
    {
        var letter = word.IndexOfAny(['q', 's', 'a', 'l']);
        var days = word[..letter];
        return (
            double.Parse(days.TrimEnd('+'), CultureInfo.InvariantCulture),
            !days.EndsWith('+'),
            "qsal".IndexOf(word[letter], StringComparison.Ordinal),
            word[letter + 1] - '1',
            int.Parse(word[(letter + 3)..], CultureInfo.InvariantCulture));
    }
}
