using System.Reflection;
using Ballast.Faults;
using Ballast.Language;

namespace Ballast.House.Tests;

/// <summary>Every kind of fault that any room declares speaks both languages.</summary>
public sealed class FaultSentenceTests
{
    private static readonly FaultCode[] Codes =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Ballast.*.dll")
            .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Assembly.Load(AssemblyName.GetAssemblyName(path)).GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FaultCode) && field.IsInitOnly && !field.DeclaringType!.ContainsGenericParameters)
            .Select(field => (FaultCode)field.GetValue(null)!),
    ];

    [Fact]
    public void The_rooms_declare_kinds_of_faults()
    {
        Assert.Contains(Codes, code => code.Name == "time.period-form");
    }

    [Fact]
    public void No_name_of_a_fault_is_declared_twice()
    {
        Assert.Empty(Codes.GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_kind_of_fault_has_its_sentence_in_both_languages()
    {
        Assert.Empty(Codes.Where(c => FaultSentences.Find(c) is null).Select(c => $"{c.Name}({string.Join(", ", c.Arguments)})").Order());
    }

    [Fact]
    public void Sentences_name_the_arguments_that_the_code_declares_and_no_others()
    {
        List<string> wrong = [];
        foreach (FaultCode code in Codes)
        {
            foreach (Tongue tongue in Tongues.All)
            {
                if (FaultSentences.Find(code) is { } phrase && !phrase.ArgumentsIn(tongue).ToHashSet().SetEquals(code.Arguments))
                {
                    wrong.Add($"{code.Name} {tongue}: {string.Join(", ", phrase.ArgumentsIn(tongue))} instead of {string.Join(", ", code.Arguments)}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_sentence_can_be_said_of_a_fault_and_ends_as_a_sentence_does()
    {
        Assert.All(Codes.Where(c => FaultSentences.Find(c) is not null), code =>
        {
            Fault fault = code.At(new Place("a.csv", 3, 7), [.. code.Arguments.Select(a => "<" + a + ">")]);
            string english = FaultSentences.Sentence(fault, Tongue.English);
            string chinese = FaultSentences.Sentence(fault, Tongue.Chinese);

            Assert.All(code.Arguments, a => Assert.True(english.Contains($"<{a}>", StringComparison.Ordinal) && chinese.Contains($"<{a}>", StringComparison.Ordinal), $"{code.Name} does not show {a}"));
            Assert.DoesNotContain(english, c => c is >= '\u4e00' and <= '\u9fff');
            Assert.Contains(chinese, c => c is >= '\u4e00' and <= '\u9fff');
            Assert.EndsWith(".", english, StringComparison.Ordinal);
            Assert.EndsWith("。", chinese, StringComparison.Ordinal);
            Assert.Equal("a.csv:3:7: " + english, FaultSentences.Line(fault, Tongue.English));
        });
    }
}
